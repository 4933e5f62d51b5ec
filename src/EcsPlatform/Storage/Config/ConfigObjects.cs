namespace EcsPlatform.Storage;

/// <summary>
/// Configuration files as objects in S3. Whoever reads them at its start must start again when they change: give
/// <see cref="ContentHash"/> to the triggers of a service, or name the keys in a task definition with their hash in them.
/// </summary>
public sealed class ConfigObjects : ComponentResource
{
    /// <summary>Uploads the files.</summary>
    /// <param name="name">The name, which its resources' names begin with.</param>
    /// <param name="args">What they are.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public ConfigObjects(string name, ConfigObjectsArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:storage:ConfigObjects", name, options)
    {
        InvalidArgsException.ThrowIfAny($"ConfigObjects '{name}'", args.Problems(name));
        Keys = args.Files.Keys.ToImmutableSortedDictionary(file => file, args.KeyOf, StringComparer.Ordinal);
        var objects = args.Files.Select(file => Upload(name, file.Key, args)).ToList();

        Arns = args.Files.Keys.Zip(objects).ToImmutableSortedDictionary(file => file.First, file => file.Second.Arn, StringComparer.Ordinal);
        BucketArn = After(objects, Output.Format($"arn:aws:s3:::{args.BucketName}"));
        ContentHash = After(objects, HashOf(args));
        ReadStatements = ToRead(args);
        RegisterOutputs();
    }

    /// <summary>The objects' keys, by the files' names: plain values.</summary>
    public ImmutableSortedDictionary<string, string> Keys { get; }

    /// <summary>The objects' ARNs, by the files' names.</summary>
    public ImmutableSortedDictionary<string, Output<string>> Arns { get; }

    /// <summary>What a role must be allowed to read the objects, for tasks and for the execution role that reads environment files.</summary>
    public ImmutableArray<PolicyStatement> ReadStatements { get; }

    /// <summary>The bucket's ARN; what takes it comes after the objects.</summary>
    [Output("bucketArn")]
    public Output<string> BucketArn { get; private set; }

    /// <summary>A hash of all contents: 64 hexadecimal digits, another one after each change. What takes it comes after the objects.</summary>
    [Output("contentHash")]
    public Output<string> ContentHash { get; private set; }

    private S3.BucketObjectv2 Upload(string name, string file, ConfigObjectsArgs args)
    {
        var content = args.Files[file];
        var item = new S3.BucketObjectv2Args
        {
            Bucket = args.BucketName,
            Key = Keys[file],
            KmsKeyId = args.KmsKeyArn,
            ServerSideEncryption = args.KmsKeyArn is null ? (Input<string>?)null : "aws:kms",
            ContentType = content.ContentType is { } type ? (Input<string>)type : null,
            SourceHash = HashOf(content),
        };
        switch (content)
        {
            case ConfigFile.Computed computed:
                item.Content = computed.Content;
                break;
            case var _ when content.Bytes() is { } bytes && ConfigFile.AsText(bytes) is { } text:
                item.Content = text;
                break;
            default:
                item.ContentBase64 = Convert.ToBase64String(content.Bytes()!);
                break;
        }

        return new S3.BucketObjectv2($"{name}-{file}", item, new CustomResourceOptions { Parent = this, RetainOnDelete = args.HashInKeys });
    }

    private ImmutableArray<PolicyStatement> ToRead(ConfigObjectsArgs args) =>
    [
        new PolicyStatement { Actions = ["s3:GetObject"], Resources = [.. Arns.Values.Select(arn => (Input<string>)arn)] },
        new PolicyStatement { Actions = ["s3:GetBucketLocation"], Resources = [BucketArn] },
        .. args.KmsKeyArn is { } key ? [new PolicyStatement { Actions = ["kms:Decrypt"], Resources = [key] }] : Array.Empty<PolicyStatement>(),
    ];

    private static Output<string> HashOf(ConfigObjectsArgs args) =>
        Output.All(args.Files.Values.Select(file => (Input<string>)HashOf(file)))
            .Apply(hashes => Storage.ContentHash.OfAll(args.Files.Keys.Zip(hashes, KeyValuePair.Create)));

    private static Output<string> HashOf(ConfigFile file) => file is ConfigFile.Computed computed
        ? computed.Content.Apply(content => Storage.ContentHash.Of(content))
        : Output.Create(Storage.ContentHash.Of(file.Bytes()!));

    // A URN is known in each preview, so that the value stays known; and it makes what takes the value come after the objects.
    private static Output<string> After(IEnumerable<S3.BucketObjectv2> objects, Output<string> value) =>
        Output.All(objects.Select(item => item.Urn).Append(value)).Apply(values => values[^1]);
}
