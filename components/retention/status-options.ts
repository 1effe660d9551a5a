/** The contract statuses that the product knows by name; others are kept as they come, and can be searched for in the address. */
export const STATUS_OPTIONS = [
  { value: 'paying', label: 'Paying' },
  { value: 'free', label: 'Free' },
  { value: 'unknown', label: 'Unknown' },
  { value: 'cancelled', label: 'Cancelled' },
];
