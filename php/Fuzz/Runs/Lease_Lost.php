<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

/**
 * Another worker has the batch now; going on would be for nothing.
 */
final class Lease_Lost extends \RuntimeException {}
