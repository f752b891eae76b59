package io.axisor.metrics.jdbc;

import io.axisor.metrics.contract.GoldenCompany;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** SQL measures what the golden files hold, each company at three of the twelve instants. */
class H2GoldenIT extends H2FullGoldenIT {

    private static final int SHARE = 4;

    @Override
    protected List<Instant> instants(GoldenCompany company) {
        List<Instant> all = super.instants(company);
        return IntStream.range(0, all.size())
                .filter(i -> i % SHARE == company.seed() % SHARE)
                .mapToObj(all::get)
                .toList();
    }
}
