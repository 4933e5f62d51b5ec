using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Stacks.Parts;

namespace EcsPlatform.Stacks.Settings;

/// <summary>Everything that a stack's file says, read once.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Owner">Whose environment it is; null when it is nobody's in particular.</param>
/// <param name="Lifetime">For how long it is meant to be there.</param>
/// <param name="Place">Where the stack lives, as whom its providers work there, and its tags.</param>
/// <param name="Network">The VPC.</param>
/// <param name="Dns">Names and certificate.</param>
/// <param name="Logs">The log group that the services share.</param>
/// <param name="Alarms">Who hears of alarms.</param>
/// <param name="WebAcl">The web ACL that distributions share.</param>
/// <param name="LoadBalancer">The load balancer.</param>
/// <param name="Cluster">The instances.</param>
/// <param name="Images">The pinned images, by name.</param>
/// <param name="Jars">The pinned JARs, by name.</param>
/// <param name="Processing">The functions that work on content.</param>
/// <param name="Services">The services, by name.</param>
/// <param name="ImageServer">The image server; null in a stack without.</param>
/// <param name="Summary">Where daily statistics are stored; null for none.</param>
/// <param name="Stop">When the stack stops each evening; null for a stack that does not.</param>
public sealed record PlatformSettings(
    string Stack,
    string? Owner,
    Lifetime Lifetime,
    AccountSettings Place,
    NetworkSettings Network,
    DnsSettings Dns,
    LogSettings Logs,
    AlarmSettings Alarms,
    WebAclSettings WebAcl,
    LoadBalancerSettings LoadBalancer,
    ClusterSettings Cluster,
    ImageSettings Images,
    ImmutableSortedDictionary<string, JarPin> Jars,
    ProcessingSettings Processing,
    ImmutableSortedDictionary<string, ServiceSettings> Services,
    ImageServerSettings? ImageServer,
    SummarySettings? Summary,
    StopSettings? Stop)
{
    /// <summary>The namespace of the platform's config keys: the project's name.</summary>
    public const string Namespace = "ecs-platform";

    // Names of resources begin with it, and some have no room for a long one.
    private static readonly ConfigFormat Owners = new("up to 12 lower-case letters, digits and inner hyphens, a letter first", "^[a-z](?:[a-z0-9-]{0,10}[a-z0-9])?$");

    /// <summary>The environment's name, which names of resources begin with: the stack's, after the owner's where there is one.</summary>
    public string Name => Owner is null ? Stack : $"{Owner}-{Stack}";

    /// <summary>The tags that every resource of the stack carries.</summary>
    public DefaultTags Tags => new() { Environment = Name, Project = Namespace, Owner = Owner, More = Place.Tags.ToImmutableDictionary() };

    /// <summary>Where the stack lives.</summary>
    public AwsAccount Account => Place.Account;

    /// <summary>Reads the settings.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="config">The stack's config.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="InvalidArgsException">Something is missing, unknown or wrong; the message names every problem with its config key.</exception>
    public static PlatformSettings Read(string stack, StackConfig config)
    {
        var reader = ConfigReader.Of(Namespace, config);
        var settings = Read(stack, reader);
        reader.RefuseUnknownKeys();
        InvalidArgsException.ThrowIfAny($"Config of stack '{stack}'", [.. reader.Problems, .. settings.Problems(reader.SectionsWithProblems)]);
        return settings;
    }

    /// <summary>The settings that a stack's program asks for, sorted by name, whether or not its config is right.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="config">The stack's config.</param>
    internal static ImmutableArray<Setting> Asked(string stack, StackConfig config)
    {
        var reader = ConfigReader.Of(Namespace, config);
        Read(stack, reader);
        return reader.Settings;
    }

    private static PlatformSettings Read(string stack, ConfigReader reader)
    {
        var program = StackPrograms.Find(stack)!;
        var (services, functions, pins) = (program.Services, program.Functions, PinNames.Of(program));
        var account = AccountSettings.Read(reader.Section("account", "The AWS account and region that the stack lives in; every other account is refused"));
        var settings = new PlatformSettings(
            stack,
            program.HasOwner && reader.Text("owner", Owners, "Whose environment it is; names of resources begin with it") is { Length: > 0 } owner ? owner : null,
            program.Lifetime,
            account,
            NetworkSettings.Read(reader.Section("network", "Address ranges and zones of the VPC, and how private subnets reach the internet")),
            DnsSettings.Read(reader.Section("dns", "The hosted zone for the services' names, and the certificates of the load balancer and of CloudFront")),
            LogSettings.Read(reader.OptionalSection("logs", "The log group that the services share, and where its events go on to")),
            AlarmSettings.Read(reader.OptionalSection("alarms", "The topic that hears of alarms: services without healthy tasks, failing functions, dead letters")),
            WebAclSettings.Read(reader.OptionalSection(WebAclSettings.Section, "What the web ACL does that distributions share")),
            LoadBalancerSettings.Read(reader.OptionalSection(LoadBalancerSettings.Section, "The load balancer that services share")),
            ClusterSettings.Read(reader.Section("cluster", "The cluster's instances, their pinned machine image and their number")),
            ImageSettings.Read(
                reader.Section("images", $"Container images by name: {ImageReference.ValidValues}"),
                reader.OptionalWord(
                    "unpinnedImages",
                    ImageSettings.UnpinnedWords,
                    "refused",
                    "Whether images may lack a pin; a service with one runs no tasks, a function with one is left out"),
                pins.Images),
            JarSettings.Read(Section("jars", "JARs of functions by name: key, version and sha256"), pins.Jars),
            ProcessingSettings.Read(
                Section("processing", "The functions that work on content: where their JARs lie, their workflow, their secrets, and changes to their queues"), functions),
            ImmutableSortedDictionary.Create<string, ServiceSettings>(StringComparer.Ordinal),
            program.Has<ImageServer>() ? ImageServerSettings.Read(reader.OptionalSection(ImageServerSettings.Section, "The name of the image server")) : null,
            program.Has<DailySummary>()
                ? SummarySettings.Read(reader.OptionalSection(SummarySettings.Section, "Where the daily statistics of the collections are stored"))
                : null,
            program.Has<EveningStop>() ? StopSettings.Read(reader.Section(StopSettings.Section, "When the stack's tasks and instances stop each day")) : null);
        return settings with
        {
            Services = services.ToImmutableSortedDictionary(
                service => service.Name,
                service => ServiceSettings.Read(
                    reader.OptionalSection(service.Name, ServiceSettings.Description(service)), settings.Name, service, settings.Images),
                StringComparer.Ordinal),
        };

        ConfigSection Section(string name, string description) =>
            functions.IsEmpty ? reader.OptionalSection(name, description) : reader.Section(name, description);
    }

    // A section that could not be read is not judged any further: what it lacks would only show up a second time.
    private IEnumerable<Problem> Problems(IReadOnlySet<string> unread)
    {
        var program = StackPrograms.Find(Stack)!;
        var (services, functions) = (program.Services, program.Functions);
        List<Problem> account = unread.Contains("account") ? [] : [.. Place.Problems(Key("account")), .. Tags.Problems($"{Key("account")}.tags")];
        var placed = account.Count == 0 && !unread.Contains("account");
        return
        [
            .. account,
            .. placed && !unread.Contains("network") ? Network.ToArgs(Account).Problems(Key("network")) : [],
            .. unread.Contains("cluster") ? [] : Cluster.Problems(Key("cluster")),
            .. placed && !unread.Contains("dns") ? Dns.Problems(Key("dns"), Account) : [],
            .. placed && !unread.Contains("logs") ? Logs.Problems(Key("logs"), Account) : [],
            .. placed && !unread.Contains("alarms") ? Alarms.Problems(Key("alarms"), Account) : [],
            .. unread.Contains(WebAclSettings.Section) ? [] : WebAcl.Problems(Key(WebAclSettings.Section)),
            .. unread.Contains(LoadBalancerSettings.Section) ? [] : LoadBalancer.Problems(Key(LoadBalancerSettings.Section)),
            .. unread.Contains("processing") ? [] : Processing.Problems(Key("processing"), functions, placed ? Account : null),
            .. services.Where(service => !unread.Contains(service.Name))
                .SelectMany(service => Services[service.Name].Problems(Key(service.Name), service, placed ? Account : null)),
            .. unread.Contains(ImageServerSettings.Section) ? [] : ImageServer?.Problems(Key(ImageServerSettings.Section), Name) ?? [],
            .. unread.Contains(SummarySettings.Section) ? [] : Summary?.Problems(Key(SummarySettings.Section), Alarms) ?? [],
            .. unread.Contains(StopSettings.Section) ? [] : Stop?.Problems(Key(StopSettings.Section)) ?? [],
        ];
    }

    private static string Key(string section) => $"{Namespace}:{section}";
}
