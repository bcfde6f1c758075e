package id.semai.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.beans.Introspector;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;

/** The check runs without an application, so it has a list of what the application has. */
class DelegatesTest {

    @Test
    void theAllowListNamesEveryDelegateThereIs() {
        assertThat(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("id.semai").stream()
                                .filter(type -> type.isAssignableTo(JavaDelegate.class))
                                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                                .map(type -> Introspector.decapitalize(type.getSimpleName()))
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ExpressionRules.DELEGATES);
    }
}
