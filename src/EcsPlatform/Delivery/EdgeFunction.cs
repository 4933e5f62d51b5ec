namespace EcsPlatform.Delivery;

/// <summary>
/// What CloudFront does with a request before it looks into its cache, or with a response before the viewer gets it. All that one behaviour
/// does with one event runs in a single function, in the order given.
/// </summary>
public abstract partial record EdgeFunction
{
    private EdgeFunction()
    {
    }

    /// <summary>When it runs.</summary>
    public ViewerEvent Event => this switch
    {
        CorsHeaders => ViewerEvent.Response,
        Existing existing => existing.On,
        _ => ViewerEvent.Request,
    };

    /// <summary>
    /// Asks for a user and a password (RFC 7617). Who may enter is a key in a CloudFront key value store, which the program or operators fill.
    /// No password is in it: the key is the SHA-256, in hexadecimal digits, of <c>user:password</c> in base64
    /// (<c>printf 'user:password' | base64 -w0 | sha256sum</c>), its value whatever tells the operators whose it is. An empty store
    /// lets nobody in. The origin does not get the header <c>Authorization</c>.
    /// </summary>
    public sealed record BasicAuth : EdgeFunction
    {
        /// <summary>Where the keys are. Default: a new store, one for all behaviours of the distribution.</summary>
        public CredentialStore Store { get; init; } = new CredentialStore.Create();

        /// <summary>What browsers say that the password is for: printable ASCII without quotes and backslashes. Default: <c>Restricted</c>.</summary>
        public string Realm { get; init; } = "Restricted";
    }

    /// <summary>Answers with redirects; the first rule that fits counts, and query strings stay.</summary>
    /// <param name="Rules">The rules: at least one.</param>
    public sealed record Redirects(ImmutableArray<RedirectRule> Rules) : EdgeFunction;

    /// <summary>
    /// Asks the origin for the index document of folders: <c>/about/</c> and <c>/about</c> both give <c>/about/index.html</c>. A path whose last
    /// part has a dot is a file.
    /// </summary>
    public sealed record IndexDocument : EdgeFunction
    {
        /// <summary>The index document's name. Default: <c>index.html</c>.</summary>
        public string Name { get; init; } = "index.html";
    }

    /// <summary>
    /// Lets scripts of other sites read responses whose origin does not decide that itself. For an origin that never does,
    /// <see cref="ResponseHeadersPolicy"/> needs no function.
    /// </summary>
    /// <param name="Sites">Which sites.</param>
    public sealed record CorsHeaders(CorsSites Sites) : EdgeFunction;

    /// <summary>A function that somebody else manages. It must be alone: CloudFront runs one function for an event.</summary>
    /// <param name="On">The event.</param>
    /// <param name="Arn">The function's ARN.</param>
    public sealed record Existing(ViewerEvent On, Input<string> Arn) : EdgeFunction;
}

/// <summary>When a function runs.</summary>
public enum ViewerEvent
{
    /// <summary>When CloudFront receives a request, before it looks into its cache.</summary>
    Request,

    /// <summary>Before CloudFront returns a response, from the cache or not.</summary>
    Response,
}

/// <summary>The sites whose scripts may read responses.</summary>
public abstract record CorsSites
{
    private CorsSites()
    {
    }

    /// <summary>All sites, without cookies: for what everybody may read anyway.</summary>
    public sealed record Any : CorsSites;

    /// <summary>Some sites.</summary>
    /// <param name="Origins">Their origins as browsers send them, for example <c>https://viewer.example.org</c>: at least one.</param>
    public sealed record Only(ImmutableArray<string> Origins) : CorsSites;
}

/// <summary>A redirect.</summary>
/// <param name="From">A path, for example <c>/old</c>; <c>/old/*</c> stands for all that begin with <c>/old/</c>.</param>
/// <param name="To">
/// Where to: a path, or an address with <c>https://</c>, without query string and fragment. A <c>/*</c> at its end stands for what <c>*</c>
/// stands for in <paramref name="From"/>.
/// </param>
public sealed record RedirectRule(string From, string To)
{
    /// <summary>The status: 301, 302, 307 or 308. Default: 302, which browsers do not remember.</summary>
    public int Status { get; init; } = 302;
}
