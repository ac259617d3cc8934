import { appendFileSync, linkSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One change to a stored bundle, as tests/vectors/artifacts/tampering.json spells it. */
export type TamperStep =
	| { op: 'write' | 'append'; path: string; text: string }
	| { op: 'remove' | 'directory'; path: string }
	| { op: 'rename'; from: string; to: string }
	| { op: 'symlink'; path: string; target: string }
	| { op: 'hardlink'; path: string; from: string };

/**
 * @param bundle Directory.
 * @param step   What to do to it.
 */
export function applyStep( bundle: string, step: TamperStep ): void {
	switch ( step.op ) {
		case 'write':
			writeFileSync( join( bundle, step.path ), step.text );
			break;
		case 'append':
			appendFileSync( join( bundle, step.path ), step.text );
			break;
		case 'remove':
			rmSync( join( bundle, step.path ) );
			break;
		case 'directory':
			mkdirSync( join( bundle, step.path ) );
			break;
		case 'rename':
			mkdirSync( dirname( join( bundle, step.to ) ), { recursive: true } );
			renameSync( join( bundle, step.from ), join( bundle, step.to ) );
			break;
		case 'symlink':
			symlinkSync( step.target, join( bundle, step.path ) );
			break;
		case 'hardlink':
			linkSync( join( bundle, step.from ), join( bundle, step.path ) );
			break;
	}
}

/**
 * @param bytes  A file.
 * @param offset Which byte changes.
 */
export function flip( bytes: Uint8Array, offset: number ): Uint8Array {
	const copy = Uint8Array.from( bytes );
	copy[ offset ] = copy[ offset ]! % 2 === 0 ? copy[ offset ]! + 1 : copy[ offset ]! - 1;
	return copy;
}
