/**
 * Database servers that come as Maven artefacts, started for the tests of one JVM: unpacking, processes, options. What a
 * database is to the tests (types, data sources, quirks) does not belong here.
 */
package io.axisor.metrics.jdbc.server;
