package shop;

/** The owner of the orders, and the {@code jti} of the token that the request carried. */
public record Orders(String subject, String token) {}
