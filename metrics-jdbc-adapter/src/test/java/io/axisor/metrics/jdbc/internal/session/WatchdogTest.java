package io.axisor.metrics.jdbc.internal.session;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private static final Duration NO_TIME = Duration.ZERO;

    @Test
    void aStatementThatOutlastsItsTimeIsCancelledOnceTheDriverHadAMomentToDoSo() throws SQLException {
        Statement endless = mock(Statement.class);
        Watchdog watchdog = Watchdog.over(endless, NO_TIME);

        verify(endless, never()).cancel();
        verify(endless, timeout(10_000)).cancel();
        watchdog.callOff();
    }

    @Test
    void aStatementThatIsOverIsNeverCancelled() throws SQLException {
        Statement over = mock(Statement.class);
        Statement later = mock(Statement.class);
        Watchdog.over(over, NO_TIME).callOff();
        Watchdog watchdog = Watchdog.over(later, NO_TIME);

        verify(later, timeout(10_000)).cancel();
        verify(over, never()).cancel();
        watchdog.callOff();
    }
}
