import apiFetch from '@wordpress/api-fetch';
import { createBrowserSdk } from './facade.ts';
import type { ApiFetch } from './http/transport.ts';
import { publish } from './publish.ts';

/** The script `wp-codebox-browser`. */
publish( createBrowserSdk( { apiFetch: apiFetch as unknown as ApiFetch } ) );
