package io.axisor.metrics.jdbc.jpa.shop;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Questions of surveys, stored by codes of their own. */
public enum Question {
    RECOMMEND("r"),
    SATISFIED("s");

    private final String code;

    Question(String code) {
        this.code = code;
    }

    /** Stores codes. */
    @Converter(autoApply = true)
    public static class Codes implements AttributeConverter<Question, String> {
        @Override
        public String convertToDatabaseColumn(Question question) {
            return question == null ? null : question.code;
        }

        @Override
        public Question convertToEntityAttribute(String code) {
            for (Question question : values()) {
                if (question.code.equals(code)) {
                    return question;
                }
            }
            return null;
        }
    }
}
