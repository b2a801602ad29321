/** The issuer as a test resource of Quarkus. The rest of the kit does not know Quarkus. */
package dev.mintmark.testing.quarkus;
