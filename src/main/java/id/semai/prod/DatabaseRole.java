package id.semai.prod;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As whom Semai speaks to PostgreSQL. */
final class DatabaseRole {

    private DatabaseRole() {}

    static void requireModest(DataSource database) {
        Role role = JdbcClient.create(database)
                .sql("select rolname as name, rolsuper as superuser from pg_roles where rolname = current_user")
                .query(Role.class)
                .single();
        if (role.superuser()) {
            throw new UnsafeStart(
                    "Peran basis data «" + role.name()
                            + "» adalah superuser, padahal Semai cukup memiliki basis datanya sendiri.",
                    "Buat peran biasa (create role semai login; alter database … owner to semai), lalu sebut peran itu dalam"
                            + " spring.datasource.username.");
        }
    }

    record Role(String name, boolean superuser) {}
}
