package io.axisor.metrics.examples.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What is measured, and how, stands in application.yml. */
@SpringBootApplication
public class ShopApplication {

    /**
     * Starts the shop.
     *
     * @param arguments properties of Spring Boot, such as --server.port=9090
     */
    public static void main(String... arguments) {
        SpringApplication.run(ShopApplication.class, arguments);
    }
}
