using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Aws = Pulumi.Aws;

namespace EcsPlatform.StandIn.Generated.Tests.Shapes;

public class LessUsedShapeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_providers_method_is_a_call()
    {
        Output<Aws.ProviderTerraformConfigResult>? config = null;
        var mocks = new RecordingMocks(("result", ImmutableDictionary<string, object>.Empty.Add("region", "eu-west-1")));
        await mocks.RunAsync(() => { config = new Aws.Provider("p").TerraformConfig(); });
        mocks.Call!.Token.ShouldBe("pulumi:providers:aws/terraformConfig");
        (await OutputUtilities.GetValueAsync(config!).WaitAsync(Patience)).Result["region"].ShouldBe("eu-west-1");
    }

    [Fact]
    public async Task A_state_keeps_secret_what_the_resource_does()
    {
        var state = new Aws.Ssm.ParameterState { Value = "open", Description = "open" };
        (await Output.IsSecretAsync(state.Value!.ToOutput()).WaitAsync(Patience)).ShouldBeTrue();
        (await Output.IsSecretAsync(state.Description!.ToOutput()).WaitAsync(Patience)).ShouldBeFalse();
        var random = new Pulumi.Random.RandomPasswordState { Result = "open" };
        (await Output.IsSecretAsync(random.Result!.ToOutput()).WaitAsync(Patience)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_state_takes_what_the_arguments_take()
    {
        var mocks = new RecordingMocks();
        await mocks.RunAsync(() =>
        {
            _ = Aws.Iam.Policy.Get("typed", "arn", new Aws.Iam.PolicyState
            {
                PolicyDocument = new Aws.Iam.Inputs.PolicyDocumentGetArgs
                {
                    Version = Aws.Iam.PolicyDocumentVersion.PolicyDocumentVersion_2012_10_17,
                    Statement = { new Aws.Iam.Inputs.PolicyStatementGetArgs { Effect = Aws.Iam.PolicyStatementEffect.DENY, Action = "*" } },
                },
            });
            _ = Aws.Lambda.Function.Get("enum", "f", new Aws.Lambda.FunctionState { Runtime = Aws.Lambda.Runtime.Python3d12 });
        });
        ((ImmutableDictionary<string, object>)mocks.Input("typed", "policy"))["Version"].ShouldBe("2012-10-17");
        mocks.Input("enum", "runtime").ShouldBe("python3.12");
    }

    [Fact]
    public void Deprecated_values_are_obsolete()
    {
        var runtime = typeof(Aws.Lambda.Runtime);
        runtime.GetProperty("NodeJS12dX")!.GetCustomAttributes(typeof(ObsoleteAttribute), false).ShouldHaveSingleItem();
        runtime.GetProperty("Python3d12")!.GetCustomAttributes(typeof(ObsoleteAttribute), false).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_other_names_that_clash_with_their_class_have_others_in_CSharp()
    {
        Aws.Lambda.FunctionUrl? url = null;
        var mocks = new RecordingMocks(("functionUrl", "https://x"));
        await mocks.RunAsync(() =>
        {
            _ = new Aws.CloudFront.MonitoringSubscription("subscription", new Aws.CloudFront.MonitoringSubscriptionArgs
            {
                DistributionId = "d",
                MonitoringSubscriptionDetails = new Aws.CloudFront.Inputs.MonitoringSubscriptionMonitoringSubscriptionArgs
                {
                    RealtimeMetricsSubscriptionConfig = new Aws.CloudFront.Inputs.MonitoringSubscriptionMonitoringSubscriptionRealtimeMetricsSubscriptionConfigArgs
                    {
                        RealtimeMetricsSubscriptionStatus = "Enabled",
                    },
                },
            });
            _ = new Aws.Ecr.ReplicationConfiguration("replication", new Aws.Ecr.ReplicationConfigurationArgs
            {
                ReplicationConfigurationDetails = new Aws.Ecr.Inputs.ReplicationConfigurationReplicationConfigurationArgs
                {
                    Rules =
                    {
                        new Aws.Ecr.Inputs.ReplicationConfigurationReplicationConfigurationRuleArgs
                        {
                            Destinations =
                            {
                                new Aws.Ecr.Inputs.ReplicationConfigurationReplicationConfigurationRuleDestinationArgs { Region = "eu-west-1", RegistryId = "1" },
                            },
                        },
                    },
                },
            });
            url = new Aws.Lambda.FunctionUrl("url", new Aws.Lambda.FunctionUrlArgs { FunctionName = "f", AuthorizationType = "NONE" });
        });
        ((ImmutableDictionary<string, object>)mocks.Input("subscription", "monitoringSubscription")).ShouldContainKey("realtimeMetricsSubscriptionConfig");
        ((ImmutableDictionary<string, object>)mocks.Input("replication", "replicationConfiguration")).ShouldContainKey("rules");
        (await OutputUtilities.GetValueAsync(url!.FunctionUrlResult).WaitAsync(Patience)).ShouldBe("https://x");
    }
}
