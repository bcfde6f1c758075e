package id.semai.figures;

import id.semai.dashboard.Journey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Folds each journey once: a journey that has changed is another object. Boards that show a part of another one share what
 * is folded, so a small one must not make it forget; innovations that are gone are forgotten once they are the half.
 */
final class Courses {

    private final Map<String, Course> folded = new ConcurrentHashMap<>();
    private final AtomicInteger largest = new AtomicInteger();

    List<Course> of(Collection<Journey> journeys) {
        List<Course> courses = new ArrayList<>(journeys.size());
        journeys.forEach(journey -> courses.add(of(journey)));
        largest.accumulateAndGet(courses.size(), Math::max);
        if (folded.size() > 2 * largest.get()) {
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

    /** How many are kept. */
    int size() {
        return folded.size();
    }

    private void forgetAllBut(List<Course> courses) {
        Set<String> ids = new HashSet<>();
        courses.forEach(course -> ids.add(course.journey().id()));
        folded.keySet().retainAll(ids);
    }
}
