using Pulumi.Aws.WafV2.Inputs;

namespace EcsPlatform.Networking;

/// <summary>
/// A web ACL with its IP sets and its log. Of a managed rule group single rules are loosened by counting only, never by letting
/// requests past the other rules.
/// </summary>
public sealed class WebAcl : ComponentResource
{
    // AWS WAF writes only to log groups whose names begin so:
    // https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html
    private const string LogGroupPrefix = "aws-waf-logs-";

    /// <summary>Creates the web ACL.</summary>
    /// <param name="name">The name, which its resources' names begin with.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on; a provider of us-east-1 for CloudFront.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public WebAcl(string name, WebAclArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:networking:WebAcl", name, options)
    {
        InvalidArgsException.ThrowIfAny($"WebAcl '{name}'", args.Problems(name));
        var children = new CustomResourceOptions { Parent = this };
        var webAcl = AddWebAcl(name, args, AddIpSets(name, args, children), children);
        AddLog(name, args, webAcl, children);
        Arn = webAcl.Arn;
        RegisterOutputs();
    }

    /// <summary>The web ACL's ARN, for a distribution or an association.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    private static string ScopeOf(WebAclArgs args) => args.Scope == WebAclScope.CloudFront ? "CLOUDFRONT" : "REGIONAL";

    private static Dictionary<string, Output<string>> AddIpSets(string name, WebAclArgs args, CustomResourceOptions options) =>
        args.Rules.Where(rule => !rule.Addresses.IsEmpty).ToDictionary(
            rule => rule.Name,
            rule => new WafV2.IpSet(
                ResourceName.AutoNamed($"{name}-{rule.Name}", ResourceNameKind.WebAcl),
                new WafV2.IpSetArgs
                {
                    Description = $"Addresses that {name} allows: {rule.Name}",
                    Scope = ScopeOf(args),
                    IpAddressVersion = "IPV4",
                    Addresses = [.. rule.Addresses.Select(range => range.ToString()).Order(StringComparer.Ordinal)],
                },
                options).Arn,
            StringComparer.Ordinal);

    private static WafV2.WebAcl AddWebAcl(
        string name, WebAclArgs args, IReadOnlyDictionary<string, Output<string>> ipSetArns, CustomResourceOptions options) => new(
        ResourceName.AutoNamed(name, ResourceNameKind.WebAcl),
        new WafV2.WebAclArgs
        {
            Description = $"Web ACL of {name}",
            Scope = ScopeOf(args),
            DefaultAction = args.BlockByDefault
                ? new WebAclDefaultActionArgs { Block = new WebAclDefaultActionBlockArgs() }
                : new WebAclDefaultActionArgs { Allow = new WebAclDefaultActionAllowArgs() },
            Rules = WebAclRules.Of(args.Rules, ipSetArns),
            ChallengeConfig = new WebAclChallengeConfigArgs
            {
                ImmunityTimeProperty = new WebAclChallengeConfigImmunityTimePropertyArgs { ImmunityTime = args.ImmunitySeconds },
            },
            CaptchaConfig = new WebAclCaptchaConfigArgs
            {
                ImmunityTimeProperty = new WebAclCaptchaConfigImmunityTimePropertyArgs { ImmunityTime = args.ImmunitySeconds },
            },
            VisibilityConfig = new WebAclVisibilityConfigArgs
            {
                CloudwatchMetricsEnabled = true,
                SampledRequestsEnabled = true,
                MetricName = ResourceName.Explicit(name, ResourceNameKind.WebAcl),
            },
        },
        options);

    private static void AddLog(string name, WebAclArgs args, WafV2.WebAcl webAcl, CustomResourceOptions options)
    {
        var group = new CloudWatch.LogGroup(
            $"{name}-requests",
            new CloudWatch.LogGroupArgs { NamePrefix = $"{LogGroupPrefix}{name}-", RetentionInDays = args.LogRetentionDays },
            options);
        _ = new WafV2.WebAclLoggingConfiguration(
            name,
            new WafV2.WebAclLoggingConfigurationArgs
            {
                ResourceArn = webAcl.Arn,
                LogDestinationConfigs = { group.Arn },
                RedactedFields =
                [
                    .. args.RedactedHeaders.Select(header => new WebAclLoggingConfigurationRedactedFieldArgs
                    {
                        SingleHeader = new WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs { Name = header },
                    }),
                ],
            },
            options);
    }
}
