package id.semai.people;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accounts of people for whom a provider vouches. An account is somebody's by the link that it was given when it was made
 * or taken over, and never by its name; its roles and units are those of the last login, more and fewer.
 */
@Service
public class LinkedAccounts {

    /** Who does all this, in the audit trail: no name that an account could have. */
    public static final String ACTOR = "(single sign-on)";

    /** Key of the user info that says whose account it is; it goes with the account. */
    static final String LINK = "single-sign-on";

    private static final long LOCK = 73625;
    private static final String NAME = "[a-z0-9][a-z0-9._-]{0,63}";

    private final IdentityService identities;
    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final Organisation organisation;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    LinkedAccounts(
            IdentityService identities,
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            Organisation organisation,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.identities = identities;
        this.engine = engine;
        this.organisation = organisation;
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * @return the name of the account
     * @throws NotAdmitted who has nothing to do here; what they had before is taken from them all the same
     */
    public String admit(Vouched person, Terms terms) {
        Post post = Post.of(person, organisation);
        String account = asActor(() -> transaction.execute(status -> admit(person, post, terms)));
        if (post.isNone()) {
            throw new NotAdmitted(
                    account,
                    "no role",
                    "Akun Anda belum mempunyai peran dan perangkat daerah di Semai. Mintalah keduanya kepada pengelola akun,"
                            + " lalu masuklah lagi.");
        }
        return account;
    }

    private String admit(Vouched person, Post post, Terms terms) {
        database.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
        Optional<String> known = linked(person.link());
        String account = known.isPresent() || post.isNone() ? known.orElse(null) : own(person, post, terms);
        if (account != null) {
            follow(account, post);
        }
        return account;
    }

    private Optional<String> linked(String link) {
        return database.sql("select user_id_ from act_id_info where key_ = :key and value_ = :link")
                .param("key", LINK)
                .param("link", link)
                .query(String.class)
                .optional();
    }

    /** From now on. */
    private String own(Vouched person, Post post, Terms terms) {
        String name = person.name();
        if (name == null || !name.matches(NAME)) {
            throw new NotAdmitted(
                    null, "no usable name", "Nama akun Anda tidak dapat dipakai di Semai. Hubungi pengelola sistem.");
        }
        if (find(name) == null) {
            make(name, post, terms);
        } else if (identities.getUserInfo(name, LINK) != null
                || !terms.linkable().contains(name)) {
            throw new NotAdmitted(
                    name,
                    "the name is somebody else's",
                    "Nama akun «" + name + "» di Semai milik akun lain. Hubungi pengelola sistem.");
        }
        identities.setUserInfo(name, LINK, person.link());
        return name;
    }

    private void make(String name, Post post, Terms terms) {
        if (!terms.makesAccounts()) {
            throw new NotAdmitted(null, "no account", "Anda belum mempunyai akun di Semai. Hubungi pengelola sistem.");
        }
        UserEntity user = (UserEntity) identities.newUser(name);
        user.setSalt("");
        user.setDbPassword(nobodysPassword());
        save(user, post);
    }

    /** Hashed as all others, so that an attempt takes as long; nobody has ever known it. */
    private String nobodysPassword() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return engine.getObject()
                .getPasswordManager()
                .encrypt(Base64.getEncoder().encodeToString(bytes));
    }

    private void follow(String account, Post post) {
        Set<String> groups = Set.copyOf(identities.createGroupQuery().groupMember(account).list().stream()
                .map(Group::getId)
                .toList());
        Set<String> tenants = Set.copyOf(identities.createTenantQuery().userMember(account).list().stream()
                .map(Tenant::getId)
                .toList());
        without(groups, post.groups()).forEach(group -> identities.deleteMembership(account, group));
        without(post.groups(), groups).forEach(group -> identities.createMembership(account, group));
        without(tenants, post.tenants()).forEach(unit -> identities.deleteTenantUserMembership(unit, account));
        without(post.tenants(), tenants).forEach(unit -> identities.createTenantUserMembership(unit, account));
        noteHome(account, post.home());
        User user = find(account);
        if (!post.title().equals(user.getFirstName()) || !post.place().equals(user.getLastName())) {
            save(user, post);
        }
    }

    private void noteHome(String account, String home) {
        if (home != null) {
            identities.setUserInfo(account, UnitTenants.HOME, home);
        } else if (identities.getUserInfo(account, UnitTenants.HOME) != null) {
            identities.deleteUserInfo(account, UnitTenants.HOME);
        }
    }

    /** Role and place in place of a person's name, as with all accounts. */
    private void save(User user, Post post) {
        user.setFirstName(post.title());
        user.setLastName(post.place());
        ((IdentityServiceImpl) identities).saveUser(user, true);
    }

    private User find(String name) {
        return identities.createUserQuery().userId(name).singleResult();
    }

    private static Set<String> without(Set<String> all, Set<String> these) {
        Set<String> left = new HashSet<>(all);
        left.removeAll(these);
        return left;
    }

    /** The guard of accounts lets nobody write them for a request without a login, and the trail tells who did it. */
    private <T> T asActor(Supplier<T> deed) {
        identities.setAuthentication(ACTOR, List.of(Groups.CAMUNDA_ADMIN));
        try {
            return deed.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    /**
     * @param makesAccounts whether whoever has none is given one
     * @param linkable names of accounts with a password that belong to whoever first comes with that name
     */
    public record Terms(boolean makesAccounts, Set<String> linkable) {

        public Terms {
            linkable = Set.copyOf(linkable);
        }
    }
}
