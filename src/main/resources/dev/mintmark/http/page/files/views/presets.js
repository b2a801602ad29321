const ACCESS = { subject: 'user-7f3a', audience: 'https://orders.example', client_id: 'web-shop' };

/** Requests to start from, by group; each is a whole one, so that choosing one leaves nothing of the last. */
export const PRESETS = [
  ['Tokens', [
    ['Access token', { ...ACCESS, scope: 'orders:read orders:write', expires_in: '15m' }],
    ['Access and refresh token', { ...ACCESS, scope: 'orders:read', expires_in: '10m', refresh: true }],
    ['ID token', { type: 'id', subject: 'user-7f3a', audience: 'web-shop', expires_in: '15m', claims: { nonce: 'n-0S6_WzA2Mj', name: 'Alice Example', locale: 'en' } }],
    ['Service to service', { subject: 'billing-worker', client_id: 'billing-worker', audience: 'https://orders.example', scope: 'invoices:write', expires_in: '5m' }],
    ['Roles and permissions', { ...ACCESS, client_id: 'back-office', roles: ['clerk', 'auditor'], permissions: ['orders:read', 'orders:refund'], expires_in: '15m' }],
    ['Administrator', { ...ACCESS, client_id: 'back-office', roles: ['admin'], expires_in: '5m' }],
    ['Multi-tenant', { ...ACCESS, tenant: 'acme', groups: ['acme/sales'], scope: 'orders:read', expires_in: '15m' }],
    ['Email link', { type: 'generic', subject: 'user-7f3a', audience: 'https://accounts.example/confirm', expires_in: '1h', claims: { purpose: 'confirm-email' }, headers: { typ: 'email-link+jwt' } }],
  ]],
  ['Refused on purpose', [
    ['Expired', { ...ACCESS, scope: 'orders:read', issued_at: '-1h', expires_in: '15m' }],
    ['Expired administrator', { ...ACCESS, client_id: 'back-office', roles: ['admin'], issued_at: '-1h', expires_in: '15m' }],
    ['Not valid yet', { ...ACCESS, scope: 'orders:read', not_before: '+1h', expires_in: '2h' }],
    ['Wrong audience', { ...ACCESS, audience: 'https://another-service.example', scope: 'orders:read', expires_in: '15m' }],
    ['Without expiry', { ...ACCESS, scope: 'orders:read', claims: { exp: null } }],
  ]],
];

export const FIRST = PRESETS[0][1][0][1];
