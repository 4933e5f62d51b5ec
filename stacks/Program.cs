using EcsPlatform.Stacks;
using EcsPlatform.Stacks.Settings;
using Pulumi;

return await Deployment.RunAsync(() => StackPrograms.Deploy(Deployment.Instance.StackName, EngineConfig.Read()));
