package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:h2:./data/shop                  | ./data/shop.mv.db | IFEXISTS=TRUE        | IFEXISTS=TRUE",
                "jdbc:h2:file:/srv/shop;MODE=MySQL    | /srv/shop.mv.db   | IFEXISTS=TRUE        | IFEXISTS=TRUE",
                "jdbc:h2:/srv/shop;ifexists=false     | /srv/shop.mv.db   | ''                   | ''",
                "jdbc:sqlite:shop.db                  | shop.db           | open_mode=1          | open_mode=2",
                "jdbc:sqlite:/srv/shop.db?foreign_keys=on | /srv/shop.db  | open_mode=1          | open_mode=2",
                "jdbc:sqlite:file:/srv/shop.db        | /srv/shop.db      | open_mode=1          | open_mode=2",
                "jdbc:sqlite:shop.db?open_mode=6      | shop.db           | ''                   | ''",
                "jdbc:duckdb:shop.duckdb              | shop.duckdb       | access_mode=READ_ONLY| ''",
                "jdbc:duckdb:/srv/s.duckdb;access_mode=read_write | /srv/s.duckdb | ''           | ''",
            })
    void aFileIsOpenedAndNotCreated(String url, Path path, String reading, String writing) {
        DatabaseFile file = DatabaseFile.of(url).orElseThrow();
        assertThat(file.path()).isEqualTo(path);
        assertThat(file.reading()).isEqualTo(settings(reading));
        assertThat(file.writing()).isEqualTo(settings(writing));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1",
                "jdbc:h2:tcp://localhost/~/shop",
                "jdbc:h2:ssl://localhost/shop",
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:shop?mode=memory&cache=shared",
                "jdbc:sqlite::resource:shop.db",
                "jdbc:duckdb:",
                "jdbc:duckdb::memory:shop",
                "jdbc:duckdb:md:shop",
                "jdbc:postgresql://localhost/shop",
            })
    void aDatabaseInMemoryOrOnAServerIsNoFile(String url) {
        assertThat(DatabaseFile.of(url)).isEmpty();
    }

    @Test
    void theFolderOfTheUserIsThat() {
        assertThat(DatabaseFile.of("jdbc:h2:~/shop").orElseThrow().path())
                .isEqualTo(Path.of(System.getProperty("user.home"), "shop.mv.db"));
    }

    private static Map<Object, Object> settings(String text) {
        return text.isEmpty() ? Map.of() : Map.of(text.split("=", -1)[0], text.split("=", -1)[1]);
    }
}
