/** Where a request goes that no route can be found for. */
export const UNKNOWN_METHOD = '/api/refused/method';
export const UNREADABLE_ADDRESS = '/api/refused/address';
