package id.semai.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The rows of the action plan on the screen: rows are numbered through all phases, from 1. */
class PlanSheet {

    private final Page page;

    PlanSheet(Page page) {
        this.page = page;
        row(1).waitFor();
    }

    Locator row(int number) {
        return page.locator(".semai-rows fieldset.row-card").nth(number - 1);
    }

    Locator rows() {
        return page.locator(".semai-rows fieldset.row-card");
    }

    Locator activity(int number) {
        return row(number).locator("textarea[id^='activity-']");
    }

    PlanSheet write(int number, String activity, String executor, String output, String method) {
        activity(number).fill(activity);
        row(number).locator("textarea[id^='executor-']").fill(executor);
        row(number).locator("textarea[id^='output-']").fill(output);
        row(number).locator("textarea[id^='method-']").fill(method);
        return this;
    }

    PlanSheet during(int number, String... months) {
        for (String month : List.of(months)) {
            row(number)
                    .locator(".months")
                    .getByText(month, new Locator.GetByTextOptions().setExact(true))
                    .click();
        }
        return this;
    }

    /** Tambah, Salin, Naik, Turun, Hapus: as the buttons say. */
    PlanSheet press(int number, String button) {
        row(number)
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(button))
                .click();
        return this;
    }

    PlanSheet add(String phase) {
        page.locator(".semai-rows section > button")
                .filter(new Locator.FilterOptions().setHasText(phase))
                .click();
        return this;
    }

    PlanSheet decide(String decision) {
        page.locator(".semai-rows .choices").getByText(decision).click();
        return this;
    }
}
