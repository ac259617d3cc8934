/** Exit statuses of every command (design §2, "One status rule"). */
export const EXIT = {
	clean: 0,
	findings: 1,
	badInput: 2,
	incomplete: 3,
	interrupted: 130,
} as const;

export type ExitStatus = ( typeof EXIT )[ keyof typeof EXIT ];
