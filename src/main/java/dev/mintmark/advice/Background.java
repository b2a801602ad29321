package dev.mintmark.advice;

/**
 * What is known beside the subject.
 *
 * @param context what the caller said
 * @param secrets those that everybody knows
 * @param scan looks for one of them that signed a token
 */
record Background(Context context, WellKnownSecrets secrets, SecretScan scan) {}
