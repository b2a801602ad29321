package dev.mintmark.advice;

import dev.mintmark.advice.secrets.SecretScan;
import dev.mintmark.advice.secrets.WellKnownSecrets;
import java.util.Optional;

/**
 * The context of a report.
 *
 * @param context what the caller knows
 * @param secrets the well-known secrets
 * @param scan searches for a well-known secret that signed a token; empty if not requested
 */
record RuleContext(Context context, WellKnownSecrets secrets, Optional<SecretScan> scan) {}
