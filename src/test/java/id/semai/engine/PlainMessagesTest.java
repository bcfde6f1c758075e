package id.semai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainMessagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ProcessEngineException | ENGINE-09005 Could not parse 'a.bpmn'. No prolog. | 500 | 400",
                "RestException | Cannot get task variable a: task b doesn't exist: task is null | 500 | 404",
                "NullValueException | workerId is null | 500 | 400",
                "NullPointerException | Cannot invoke \"org.camunda.bpm.engine.rest.dto.X.y()\" because z is null | 500 | 400",
                "NullValueException | Authorization must either have a 'userId' or a 'groupId'. | 500 | 400",
                "IllegalStateException | The @FormParam is utilized when the content type is another | 500 | 400",
                "IllegalStateException | The pool is closed | 500 | 500",
                "AuthorizationException | The user has no right | 403 | 403",
                "ProcessEngineException | ENGINE-03004 Exception while executing Database Operation | 500 | 500",
                "RestException | Cannot submit task form a: could not open JDBC Connection | 500 | 500",
                "NullPointerException | Cannot invoke \"id.semai.engine.X.y()\" | 500 | 500",
            })
    void whatWasSentWronglyIsNoFailureOfTheServerAndAFailureStaysOne(
            String type, String message, int status, int expected) {
        verify(answered(told(type, message), status)).setStatus(expected);
    }

    @ParameterizedTest
    @CsvSource({"20000, 409", "20001, 400", "10001, 409", "10002, 400", "10000, 500", "0, 500"})
    void whatTheDatabaseDoesNotTakeIsNoFailureOfItUnlessItFails(int code, int expected) {
        ExceptionDto told =
                told("ProcessEnginePersistenceException", "An exception occurred in the persistence layer.");
        told.setCode(code);
        verify(answered(told, 500)).setStatus(expected);
        assertThat(told.getMessage()).doesNotContain("persistence");
        told.setType("ProcessEngineException");
        verify(answered(told, 500)).setStatus(500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Could not parse a.form. Cause: com.google.gson.MalformedJsonException: at line 1 | Could not parse a.form. Cause: at line 1",
                "The user 'x' has no right on 'y' | The user 'x' has no right on 'y'",
                "ERROR: PSQLException in ACT_RU_TASK | Server tidak dapat memenuhi permintaan ini.",
            })
    void ofClassesAndTablesNothingIsTold(String message, String expected) {
        ExceptionDto told = told("ProcessEngineException", message);
        answered(told, 500);
        assertThat(told.getMessage()).isEqualTo(expected);
        assertThat(told.getType()).isEqualTo("ProcessEngineException");
    }

    private static ContainerResponseContext answered(ExceptionDto told, int status) {
        ContainerResponseContext response = mock(ContainerResponseContext.class);
        when(response.getEntity()).thenReturn(told);
        when(response.getStatus()).thenReturn(status);
        new PlainMessages().filter(null, response);
        return response;
    }

    private static ExceptionDto told(String type, String message) {
        ExceptionDto told = new ExceptionDto();
        told.setType(type);
        told.setMessage(message);
        return told;
    }
}
