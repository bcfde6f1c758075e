package id.semai.check;

/** What the sentences are written in. */
enum Language {
    ID,
    EN
}
