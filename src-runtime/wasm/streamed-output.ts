import type { CommandOutput } from '../backend/runtime-backend.ts';
import type { ProcessResult } from '../process/run-process.ts';
import type { StreamedResponse } from './php-wasm.ts';

/** Passes output on as it comes and keeps it. */
export async function collectOutput(
	response: StreamedResponse,
	output: CommandOutput = {}
): Promise< ProcessResult > {
	const [ stdout, stderr, exitCode ] = await Promise.all( [
		drain( response.stdout, output.onStdout ),
		drain( response.stderr, output.onStderr ),
		response.exitCode,
	] );
	return { stdout, stderr, exitCode };
}

async function drain( stream: ReadableStream< Uint8Array >, pass?: ( chunk: Uint8Array ) => void ): Promise< string > {
	const chunks: Uint8Array[] = [];
	const reader = stream.getReader();
	for ( let next = await reader.read(); ! next.done; next = await reader.read() ) {
		// Some streams deliver Int8Array, whatever their type says.
		const { buffer, byteOffset, byteLength } = next.value;
		const chunk = new Uint8Array( buffer, byteOffset, byteLength ).slice();
		chunks.push( chunk );
		pass?.( chunk );
	}
	return Buffer.concat( chunks ).toString();
}
