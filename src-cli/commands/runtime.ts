import { runtimeDescriptor } from '../../src-shared/runtime/descriptor.ts';
import { runtimeContractManifest } from '../../src-shared/runtime/manifest.ts';
import { printJson } from '../context.ts';
import type { RegisterCommand } from './command.ts';
import { withJsonFlags } from './json-flags.ts';

export const registerRuntime: RegisterCommand = ( program, context ) => {
	const runtime = program.command( 'runtime' ).description( 'What WP Codebox offers.' );
	withJsonFlags(
		runtime.command( 'descriptor' ).description( 'Readiness, capabilities, abilities and the contract manifest.' )
	).action( () => printJson( context, runtimeDescriptor() ) );
	withJsonFlags( runtime.command( 'manifest' ).description( 'Public schema ids and ability names.' ) ).action( () =>
		printJson( context, runtimeContractManifest() )
	);
};
