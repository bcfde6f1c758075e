package id.semai.stage;

/**
 * A stage of an innovation's journey as a model declares it.
 *
 * @param code the stable code, words of lower-case letters and digits joined by hyphens, nested by dots: {@code lab.design}
 * @param name what people read; the element's name in the model
 */
public record Stage(String code, String name) {

    private static final String WORD = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    public Stage {
        if (code == null || !code.matches(WORD + "(\\." + WORD + ")*")) {
            throw new IllegalArgumentException("\"" + code + "\" is not a stage code such as lab.design");
        }
        if (name == null || name.isBlank()) {
            name = code;
        }
    }
}
