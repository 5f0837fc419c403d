/** A Puppeteer selector by what assistive technology sees: `byRole('button', 'Send')`. */
export const byRole = (role: string, name: string): string => `::-p-aria([name="${name}"][role="${role}"])`;
