import { registerArtifacts } from './artifacts.ts';
import { registerCache } from './cache.ts';
import type { RegisterCommand } from './command.ts';
import { registerCommands } from './commands.ts';
import { registerFuzz } from './fuzz.ts';
import { registerReplay } from './fuzz-plugin.ts';
import { registerRuntime } from './runtime.ts';
import { registerSchema } from './schema.ts';

/** Every command, in the order that help shows. To add one: a file beside this, a line here. */
export const registrations: readonly RegisterCommand[] = [
	registerFuzz,
	registerReplay,
	registerRuntime,
	registerSchema,
	registerCommands,
	registerArtifacts,
	registerCache,
];
