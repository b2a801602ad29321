/** Requests to begin with; each is a whole one, so that choosing one leaves nothing of the last. */
export const PRESETS = [
  ['Access token', {
    subject: 'user-7f3a', audience: 'https://orders.example', client_id: 'web-shop', scope: 'orders:read orders:write', expires_in: '15m',
  }],
  ['Access + refresh', {
    subject: 'user-7f3a', audience: 'https://orders.example', client_id: 'web-shop', scope: 'orders:read', expires_in: '10m', refresh: true,
  }],
  ['ID token', {
    type: 'id', subject: 'user-7f3a', audience: 'web-shop', expires_in: '15m', claims: { nonce: 'n-0S6_WzA2Mj', name: 'Alice Example', locale: 'en' },
  }],
  ['Service to service', {
    subject: 'billing-worker', client_id: 'billing-worker', audience: 'https://orders.example', scope: 'invoices:write', expires_in: '5m',
  }],
  ['E-mail link', {
    type: 'generic', subject: 'user-7f3a', audience: 'https://accounts.example/confirm', expires_in: '1h', claims: { purpose: 'confirm-email' }, headers: { typ: 'email-link+jwt' },
  }],
  ['Roles', {
    subject: 'user-7f3a', audience: 'https://orders.example', client_id: 'back-office', roles: ['clerk', 'auditor'], permissions: ['orders:read', 'orders:refund'], expires_in: '15m',
  }],
  ['Multi-tenant', {
    subject: 'user-7f3a', audience: 'https://orders.example', client_id: 'web-shop', tenant: 'acme', groups: ['acme/sales'], scope: 'orders:read', expires_in: '15m',
  }],
  ['Expired', {
    subject: 'user-7f3a', audience: 'https://orders.example', client_id: 'web-shop', scope: 'orders:read', issued_at: '-1h', expires_in: '15m',
  }],
  ['Wrong audience', {
    subject: 'user-7f3a', audience: 'https://somebody-else.example', client_id: 'web-shop', scope: 'orders:read', expires_in: '15m',
  }],
];
