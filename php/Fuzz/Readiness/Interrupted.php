<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Readiness;

/**
 * Thrown where a callback would redirect or die, which in a real page load ends the process.
 */
final class Interrupted extends \RuntimeException {}
