package id.semai.figures;

import id.semai.dashboard.Journey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Folds each journey once: a journey that has changed is another object. */
final class Courses {

    private final Map<String, Course> folded = new ConcurrentHashMap<>();

    List<Course> of(Collection<Journey> journeys) {
        List<Course> courses = new ArrayList<>(journeys.size());
        journeys.forEach(journey -> courses.add(of(journey)));
        if (folded.size() > courses.size()) {
            forgetAllBut(courses);
        }
        return courses;
    }

    Course of(Journey journey) {
        Course known = folded.get(journey.id());
        if (known != null && known.journey() == journey) {
            return known;
        }
        Course course = Course.of(journey);
        folded.put(journey.id(), course);
        return course;
    }

    private void forgetAllBut(List<Course> courses) {
        Set<String> ids = new HashSet<>();
        courses.forEach(course -> ids.add(course.journey().id()));
        folded.keySet().retainAll(ids);
    }
}
