package id.semai.engine;

import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.stereotype.Component;

/**
 * Expressions in queries, at every depth: none in a query that somebody sends, and in a filter that is kept only those
 * of our own lists. The engine looks at the outermost query alone and evaluates what {@code orQueries} bring
 * (CVE-2026-109432).
 */
@Component
class QueryGuard extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            refuseAny(query);
        } else if (command instanceof AbstractExecuteFilterCmd) {
            refuseAny(field(command, "extendingQuery"));
        } else if (command instanceof SaveFilterCmd) {
            refuseUnknown((Filter) field(command, "filter"));
        }
        return next.execute(command);
    }

    private static void refuseAny(Object query) {
        expressions(query).findAny().ifPresent(expression -> {
            throw new BadUserRequestException("Ekspresi tidak diterima di dalam pencarian.");
        });
    }

    private static void refuseUnknown(Filter filter) {
        if (filter != null
                && expressions(filter.getQuery()).anyMatch(expression -> !FilterExpressions.isKnown(expression))) {
            throw new BadUserRequestException(
                    "Daftar hanya boleh memakai ekspresi now(), currentUser(), currentUserGroups(), dan inDays(angka).");
        }
    }

    /** Of the query and of all alternatives in it, which share one list that begins with the query itself. */
    private static Stream<String> expressions(Object query) {
        return query instanceof AbstractQuery<?, ?> given
                ? Stream.concat(Stream.of(given), alternatives(given))
                        .flatMap(each -> each.getExpressions().values().stream())
                : Stream.empty();
    }

    @SuppressWarnings("unchecked")
    private static Stream<AbstractQuery<?, ?>> alternatives(AbstractQuery<?, ?> query) {
        boolean has = PropertyAccessorFactory.forDirectFieldAccess(query).isReadableProperty("queries");
        Collection<AbstractQuery<?, ?>> all = has ? (Collection<AbstractQuery<?, ?>>) field(query, "queries") : null;
        return all == null ? Stream.empty() : all.stream();
    }

    private static Object field(Object holder, String name) {
        return PropertyAccessorFactory.forDirectFieldAccess(holder).getPropertyValue(name);
    }
}
