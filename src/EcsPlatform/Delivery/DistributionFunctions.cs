namespace EcsPlatform.Delivery;

/// <summary>The functions of a distribution's behaviours. Behaviours that do the same share a function.</summary>
/// <param name="name">The distribution's name.</param>
/// <param name="options">The parent.</param>
internal sealed class DistributionFunctions(string name, CustomResourceOptions options)
{
    private readonly Dictionary<(string Code, CredentialStore? Store), CloudFront.Function> _made = [];
    private readonly HashSet<string> _users = new(StringComparer.Ordinal);
    private CloudFront.KeyValueStore? _store;

    /// <summary>The ARN of the key value store that was made; null when none was needed.</summary>
    public Output<string>? StoreArn => _store?.Arn;

    /// <summary>The functions that a behaviour runs.</summary>
    /// <param name="place">The behaviour's name, for the names of functions that no earlier one has.</param>
    /// <param name="functions">What it does, without problems.</param>
    /// <returns>CloudFront's name of each event, and the function's ARN.</returns>
    public ImmutableArray<(string EventType, Input<string> Arn)> For(string place, ImmutableArray<EdgeFunction> functions) =>
    [
        .. Enum.GetValues<ViewerEvent>()
            .Select(on => (On: on, Functions: functions.Where(function => function.Event == on).ToImmutableArray()))
            .Where(of => !of.Functions.IsEmpty)
            .Select(of => (EventType(of.On), Arn(place, of.On, of.Functions))),
    ];

    private static string EventType(ViewerEvent on) => on == ViewerEvent.Request ? "viewer-request" : "viewer-response";

    private Input<string> Arn(string place, ViewerEvent on, ImmutableArray<EdgeFunction> functions)
    {
        if (functions is [EdgeFunction.Existing existing])
        {
            return existing.Arn;
        }

        var store = functions.OfType<EdgeFunction.BasicAuth>().SingleOrDefault()?.Store;
        if (store is CredentialStore.Create create)
        {
            AddUsers(create.Users);
            store = new CredentialStore.Create();
        }

        var code = EdgeCode.Of(functions)!;
        return _made.TryGetValue((code, store), out var made)
            ? made.Arn
            : (_made[(code, store)] = Add($"{name}-{(place == "default" ? "" : $"{place}-")}{EventType(on)}", on, code, store)).Arn;
    }

    private CloudFront.Function Add(string function, ViewerEvent on, string code, CredentialStore? store) => new(
        ResourceName.AutoNamed(function, ResourceNameKind.CloudFront),
        new CloudFront.FunctionArgs
        {
            Comment = $"{(on == ViewerEvent.Request ? "Requests" : "Responses")} of {name}",
            Runtime = EdgeCode.Runtime,
            Code = code,
            Publish = true,
            KeyValueStoreAssociations = store switch
            {
                CredentialStore.Create => [Store().Arn],
                CredentialStore.Existing existing => [existing.Arn],
                _ => [],
            },
        },
        options);

    private void AddUsers(ImmutableArray<StoredUser> users)
    {
        foreach (var user in users.Where(user => _users.Add(user.Label)))
        {
            _ = new CloudFront.KeyvaluestoreKey(
                $"{name}-user-{user.Label}",
                new CloudFront.KeyvaluestoreKeyArgs { KeyValueStoreArn = Store().Arn, Key = user.Key, Value = user.Label },
                options);
        }
    }

    private CloudFront.KeyValueStore Store() => _store ??= new CloudFront.KeyValueStore(
        ResourceName.AutoNamed($"{name}-users", ResourceNameKind.CloudFront),
        new CloudFront.KeyValueStoreArgs { Comment = $"Who may enter {name}" },
        options);
}
