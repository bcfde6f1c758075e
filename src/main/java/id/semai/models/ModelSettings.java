package id.semai.models;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the models live.
 *
 * @param folder the folder that administrators edit; a jar started where it does not exist unpacks its own copy there
 */
@ConfigurationProperties("semai.models")
record ModelSettings(@DefaultValue("./processes") Path folder) {}
