// Signs in with go-oidc and golang.org/x/oauth2, which know the issuer URL and the client. Arguments: the issuer.
package main

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"

	oidc "github.com/coreos/go-oidc"
	"golang.org/x/oauth2"
)

const redirect = "http://localhost:3000/cb"
const verifier = "verifier-verifier-verifier-verifier-verifier"

func must(ok bool, what string) {
	if !ok {
		log.Fatal(what)
	}
}

func check(err error, what string) {
	if err != nil {
		log.Fatalf("%s: %v", what, err)
	}
}

// answer follows an authorization request and returns the parameters that the client gets.
func answer(request string) url.Values {
	browser := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := browser.Get(request)
	check(err, "authorize")
	response.Body.Close()
	location := response.Header.Get("Location")
	must(strings.HasPrefix(location, redirect+"?"), "no redirect to the client: "+response.Status)
	parsed, err := url.Parse(location)
	check(err, "location")
	return parsed.Query()
}

func signIn(ctx context.Context, provider *oidc.Provider, issuer, client, secret string) {
	config := oauth2.Config{
		ClientID:     client,
		ClientSecret: secret,
		Endpoint:     provider.Endpoint(),
		RedirectURL:  redirect,
		Scopes:       []string{oidc.ScopeOpenID, "email", oidc.ScopeOfflineAccess},
	}
	digest := sha256.Sum256([]byte(verifier))
	values := answer(config.AuthCodeURL("s 1&2",
		oidc.Nonce("n-1"),
		oauth2.SetAuthURLParam("login_hint", "alice"),
		oauth2.SetAuthURLParam("code_challenge", base64.RawURLEncoding.EncodeToString(digest[:])),
		oauth2.SetAuthURLParam("code_challenge_method", "S256")))
	must(values.Get("state") == "s 1&2", "another state")
	must(values.Get("iss") == issuer, "another iss")
	token, err := config.Exchange(ctx, values.Get("code"), oauth2.SetAuthURLParam("code_verifier", verifier))
	check(err, "exchange")
	raw, ok := token.Extra("id_token").(string)
	must(ok, "no ID token")
	id, err := provider.Verifier(&oidc.Config{ClientID: client}).Verify(ctx, raw)
	check(err, "ID token")
	must(id.Nonce == "n-1" && id.Subject == "alice", "another nonce or subject")
	check(id.VerifyAccessToken(token.AccessToken), "at_hash")
	info, err := provider.UserInfo(ctx, oauth2.StaticTokenSource(token))
	check(err, "userinfo")
	must(info.Email == "alice@example.com" && info.EmailVerified, "another e-mail address")
	_, err = provider.Verifier(&oidc.Config{ClientID: "another"}).Verify(ctx, raw)
	must(err != nil, "an ID token for another client is accepted")

	expired := *token
	expired.Expiry = expired.Expiry.AddDate(-1, 0, 0)
	next, err := config.TokenSource(ctx, &expired).Token()
	check(err, "refresh")
	must(next.AccessToken != token.AccessToken && next.RefreshToken != token.RefreshToken, "the tokens are not new")
}

func main() {
	log.SetFlags(0)
	issuer := os.Args[1]
	ctx := context.Background()
	provider, err := oidc.NewProvider(ctx, issuer)
	check(err, "discovery")
	// The client of the file has a secret, and x/oauth2 finds out whether it goes into the header or the form.
	signIn(ctx, provider, issuer, "go", os.Args[2])
	signIn(ctx, provider, issuer, "unlisted", "any: %secret")
	signIn(ctx, provider, issuer, "public", "")
	log.Print("signed in, verified, refreshed")
}
