package io.axisor.metrics.spring;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether properties map anything. */
final class OnMappedSchema extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        boolean mapped = Binder.get(context.getEnvironment())
                .bind(AxisorMetricsProperties.SCHEMA, Bindable.mapOf(String.class, String.class))
                .isBound();
        ConditionMessage.Builder message = ConditionMessage.forCondition(AxisorMetricsProperties.SCHEMA);
        return mapped
                ? ConditionOutcome.match(message.because("maps tables"))
                : ConditionOutcome.noMatch(message.because("is not set"));
    }
}
