package id.semai.openid;

/** What login pages say: "Masuk dengan akun …". There is none unless a provider is set. */
public record Offer(String name) {}
