package id.semai.check;

/** Some rules of one subject. */
interface Rules {

    void look(Bpmn model, Folder folder);
}
