package id.semai.accounts;

import id.semai.audit.AuditTrail;
import id.semai.audit.Kind;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's accounts; what follows from a new password or an account's end is written in the same transaction, whoever
 * caused it.
 */
class WatchedIdentities extends DbIdentityServiceProvider {

    private final Standings standings;
    private final AuditTrail trail;
    private final boolean demo;

    /** @param demo whether the application's own accounts are those of a demo, whose password everybody knows anyhow */
    WatchedIdentities(Standings standings, AuditTrail trail, boolean demo) {
        this.standings = standings;
        this.trail = trail;
        this.demo = demo;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        boolean newPassword = ((UserEntity) user).hasNewPassword();
        IdentityOperationResult saved = super.saveUser(user);
        String actor = Context.getCommandContext().getAuthenticatedUserId();
        if (newPassword && !(actor == null && demo)) {
            passwordSet(user.getId(), actor);
        }
        return saved;
    }

    @Override
    public IdentityOperationResult deleteUser(String account) {
        IdentityOperationResult deleted = super.deleteUser(account);
        standings.voidSessions(account);
        return deleted;
    }

    /**
     * Camunda's own counting of wrong passwords, which the doors do: to write it down takes time, and only where there is an
     * account.
     */
    @Override
    protected void lockUser(UserEntity user) {}

    private void passwordSet(String account, String actor) {
        boolean own = account.equals(actor);
        standings.passwordSet(account, !own);
        trail.append(Kind.PASSWORD, actor, own ? "Change Password" : "Set Password", account, null);
    }
}
