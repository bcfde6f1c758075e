package id.semai.tasklist;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people meet Tasklist, Welcome and Admin.
 *
 * @param languages offered, of {@code id} and {@code en}: the browser's choice among them, or else the first
 */
@Validated
@ConfigurationProperties("semai.tasklist")
record TasklistSettings(@DefaultValue("id") @NotEmpty List<@Pattern(regexp = "id|en") String> languages) {}
