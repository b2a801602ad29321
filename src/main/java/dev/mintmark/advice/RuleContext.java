package dev.mintmark.advice;

import dev.mintmark.advice.secrets.SecretScan;
import dev.mintmark.advice.secrets.WellKnownSecrets;
import java.util.Optional;

/**
 * What is known beside the subject.
 *
 * @param context what the caller said
 * @param secrets those that everybody knows
 * @param scan looks for one of them that signed a token; empty where nobody wants to know
 */
record RuleContext(Context context, WellKnownSecrets secrets, Optional<SecretScan> scan) {}
