package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;

class RareWarningTest {

    private final RecordingLogger logger = new RecordingLogger();
    private final RareWarning warning = new RareWarning(logger);

    @Test
    void aSubjectIsWarnedAboutOnceAndThenToldToDebug() {
        warning.warn("cap", "too many");
        warning.warn("cap", "still too many");
        warning.warn("name", "another matter");

        assertThat(logger.lines).containsExactly("WARN too many", "DEBUG still too many", "WARN another matter");
    }

    @Test
    void theCauseIsNamedInTheWarningAndItsTraceLeftToDebug() {
        warning.warn("layout", "the layout failed", new IllegalStateException("no idea"));

        assertThat(logger.lines)
                .containsExactly(
                        "WARN the layout failed: java.lang.IllegalStateException: no idea", "DEBUG the layout failed");
    }

    private static final class RecordingLogger extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1L;

        private final transient List<String> lines = new ArrayList<>();

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String pattern, Object[] arguments, Throwable throwable) {
            Object message = arguments == null ? pattern : arguments[0];
            lines.add(level + " " + message);
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return RareWarning.class.getName();
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
