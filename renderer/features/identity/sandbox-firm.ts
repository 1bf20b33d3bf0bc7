/** The firm of the simulated SPF Finances; its number is never issued. */
export const SANDBOX_FIRM = '0100000169';
