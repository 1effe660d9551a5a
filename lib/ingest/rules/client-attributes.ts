/** What clients of others call the contract status and value of an account, unless a workspace says otherwise. */
export const DEFAULT_STATUS_NAMES = ['contract_status', 'Contract Status', 'Status', 'status'];
export const DEFAULT_VALUE_NAMES = ['contract_value', 'Contract Value', 'Value', 'value'];
