package id.semai.browser;

/** The sizes at which people see Semai: a desk and a telephone. */
public enum Screen {
    DESKTOP(1280, 900),
    PHONE(390, 844);

    final int width;
    final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    boolean isHandheld() {
        return this == PHONE;
    }
}
