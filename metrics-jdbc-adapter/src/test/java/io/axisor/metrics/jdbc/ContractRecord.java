package io.axisor.metrics.jdbc;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Writes down on which database a contract ran, and how many of its tests failed, for {@link DatabasesDocumentIT}. */
final class ContractRecord implements AfterEachCallback, AfterAllCallback {

    static final Path FOLDER = Path.of("target", "databases");

    private static final Namespace NAMESPACE = Namespace.create(ContractRecord.class);

    private static final class Tally {
        private Engine engine;
        private int failed;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Tally tally = tally(test);
        tally.engine = ((OnEngine) test.getRequiredTestInstance()).engine();
        if (test.getExecutionException().isPresent()) {
            tally.failed++;
        }
    }

    @Override
    public void afterAll(ExtensionContext contract) throws IOException, SQLException {
        Tally tally = tally(contract);
        if (tally.engine == null) {
            return;
        }
        Properties record = describe(tally.engine);
        record.setProperty("failed", String.valueOf(tally.failed));
        Files.createDirectories(FOLDER);
        Path file = FOLDER.resolve(
                contract.getRequiredTestClass().getSimpleName() + "-" + record.getProperty("version") + ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            record.store(writer, null);
        }
    }

    /** Tests with arguments have a context of their own between them and the contract. */
    private static Tally tally(ExtensionContext context) {
        ExtensionContext contract = context;
        while (contract.getTestMethod().isPresent()) {
            contract = contract.getParent().orElseThrow();
        }
        return contract.getStore(NAMESPACE).computeIfAbsent(Tally.class, type -> new Tally(), Tally.class);
    }

    private static Properties describe(Engine engine) throws SQLException {
        Properties record = new Properties();
        try (Connection connection = engine.dataSource().getConnection()) {
            DatabaseMetaData metaData = connection.getMetaData();
            record.setProperty("database", engine.toString());
            record.setProperty("version", number(engine.version(metaData)));
            record.setProperty("driver", metaData.getDriverName());
            record.setProperty("driverVersion", number(metaData.getDriverVersion()));
            record.setProperty("quirks", engine.quirks());
        }
        return record;
    }

    /** Without what stands before it, and the builds, dates and names that follow. */
    private static String number(String version) {
        return version.replaceFirst("^\\D+", "").replaceFirst("[- (].*", "");
    }
}
