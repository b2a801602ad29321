package shop;

/** Whose orders, and the {@code jti} of the token that asked for them. */
public record Orders(String subject, String token) {}
