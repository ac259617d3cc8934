<?php
/** Answers the connector tests; run by PHP's built-in server on 127.0.0.1. */

declare( strict_types=1 );

switch ( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) ) {
	case '/api/here':
		header( 'Location: /api/echo', true, 302 );
		break;
	case '/api/away':
		header( 'Location: http://127.0.0.1:' . $_SERVER['SERVER_PORT'] . '/api/echo', true, 302 );
		break;
	case '/api/out':
		header( 'Location: /secret', true, 302 );
		break;
	case '/api/loop':
		header( 'Location: /api/loop', true, 302 );
		break;
	case '/api/large':
		echo str_repeat( 'a', 2_000_010 );
		break;
	default:
		header( 'Content-Type: application/json' );
		header( 'Set-Cookie: session=secret' );
		echo json_encode(
			array(
				'path'   => $_SERVER['REQUEST_URI'],
				'method' => $_SERVER['REQUEST_METHOD'],
				'key'    => $_SERVER['HTTP_X_KEY'] ?? null,
				'body'   => file_get_contents( 'php://input' ),
			)
		);
}
